"""Everyone's first page: their own work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from looped.records.queries.first_page import first_page


def first(request: HttpRequest) -> HttpResponse:
    """What is due, came back, waits, is to be settled or moderated, and was learnt."""
    found = first_page(request.viewer)
    lists = [
        ("Came back to you", found.came_back, "tasks"),
        ("To do", found.due, "tasks"),
        ("To settle", found.settle, "audit"),
        ("To moderate", found.moderate, "audit"),
        ("Handed in", found.waiting, "audit"),
        ("Settled and learnt", found.learnt, "audit"),
    ]
    return render(request, "looped/first.html", {"lists": lists, "concerns": found.concerns})
