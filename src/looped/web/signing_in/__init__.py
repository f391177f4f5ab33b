"""Signing in: what is ours about django-allauth's way of doing it. Addresses stand in service/urls.py."""
