"""What pages ask before they answer. Deeds ask again for themselves."""

from django.http import Http404, HttpRequest, QueryDict

from looped.loop.visibility import Viewer

# Who makes the service ready before it goes live.
MAKE_READY = ("settings.change", "people.hold")


def require(request: HttpRequest, permission: str) -> Viewer:
    """The viewer, who may do this somewhere. Raises: Http404, as where there is nothing."""
    viewer: Viewer = request.viewer
    if not viewer.may_anywhere(permission):
        raise Http404
    return viewer


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent, none where it wasn't. A form of empty boxes is sent too, and sends nothing."""
    return request.POST if request.method == "POST" else None
