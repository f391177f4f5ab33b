"""Addresses of the pages. The web's own rooms add theirs."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
