"""The only Django app with tables of our own."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class RecordsConfig(AppConfig):
    """Lifts the database's guard before migrations and puts it back after them."""

    name = "looped.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the guard to migrations."""
        from looped.records.guarding import lift_before_migrations, put_back_after_migrations

        pre_migrate.connect(lift_before_migrations, sender=self)
        post_migrate.connect(put_back_after_migrations, sender=self)
