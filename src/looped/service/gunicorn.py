"""How gunicorn serves the pages. `looped serve` names this file."""

workers = 1
threads = 4
# Browsers that think for a while keep their connection: gunicorn's own two seconds would reset them.
keepalive = 75
accesslog = None
control_socket_disable = True
