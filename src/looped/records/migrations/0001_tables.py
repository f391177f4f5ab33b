import django.db.models.deletion
from django.db import migrations, models

import looped.records.columns


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="EditionTree",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.IntegerField(unique=True)),
                ("tree", models.TextField()),
                ("checksum", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="ImportedFile",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("checksum", models.TextField(unique=True)),
                ("taken", models.IntegerField()),
                ("refused", models.IntegerField()),
                ("history", models.BooleanField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("figure", models.TextField()),
                ("domain", models.TextField(null=True)),
                ("grade", models.TextField(null=True)),
                ("kind", models.TextField(null=True)),
                ("value", models.FloatField(null=True)),
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
                ("set_by", models.TextField(null=True)),
                ("why", models.TextField(null=True)),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="Reported",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("period", models.TextField(null=True)),
                ("domain", models.TextField(null=True)),
                ("grade", models.TextField(null=True)),
                ("count", models.BigIntegerField(null=True)),
                ("base", models.BigIntegerField(null=True)),
                ("share", models.FloatField(null=True)),
                ("document", models.TextField(null=True)),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="StepWording",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("kind", models.TextField()),
                ("what", models.TextField()),
                ("on", models.DateField(null=True)),
                ("owner", models.TextField(null=True)),
                ("findings", models.TextField(null=True)),
                ("state", models.TextField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("action", models.TextField()),
                ("audit", models.TextField(null=True)),
                ("service_area", models.TextField(null=True)),
                ("theme", models.TextField(null=True)),
                ("due", models.DateField(null=True)),
                ("state", models.TextField(null=True)),
                ("closed_at", models.DateField(null=True)),
                ("checked_at", models.DateField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority", "action", "id"], name="action_by_key"),
                    models.Index(fields=["authority", "audit"], name="action_by_audit"),
                    models.Index(fields=["recorded_at"], name="action_by_moment"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionWording",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("action", models.TextField()),
                ("audit", models.TextField(null=True)),
                ("what", models.TextField()),
                ("owner", models.TextField(null=True)),
                ("checked_by", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority", "action", "id"], name="action_wording_by_key"),
                    models.Index(fields=["authority", "audit"], name="action_wording_by_audit"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Audit",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("audit", models.TextField()),
                ("case", models.TextField(null=True)),
                ("service_area", models.TextField(null=True)),
                ("team", models.TextField(null=True)),
                ("month", models.TextField()),
                ("kind", models.TextField()),
                ("selection", models.TextField(null=True)),
                ("framework", models.TextField()),
                ("looped", models.BooleanField()),
                ("due", models.DateField(null=True)),
                ("returned", models.DateField(null=True)),
                ("state", models.TextField()),
                ("reason", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority", "audit", "recorded_at", "id"], name="audit_by_key"),
                    models.Index(fields=["recorded_at"], name="audit_by_moment"),
                    models.Index(fields=["case"], name="audit_by_case"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ("monthly", "thematic", "re-audit", "multi-agency", "external", "inspection"))
                        ),
                        name="audit_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("planned", "returned", "settled", "not_done", "withdrawn"))),
                        name="audit_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__range", ("1990-01", "2099-12"))), name="audit_month_in_reach"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseloadEntry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("case", models.TextField()),
                ("family", models.TextField(null=True)),
                ("service_area", models.TextField(null=True)),
                ("team", models.TextField(null=True)),
                ("age_band", models.TextField(null=True)),
                ("plan_type", models.TextField(null=True)),
                ("ethnicity", models.TextField(null=True)),
                ("disability", models.TextField(null=True)),
                ("opened", models.DateField(null=True)),
                ("closed", models.DateField(null=True)),
                ("listed_at", models.DateField(null=True)),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "case", "listed_at", "id"], name="caseload_by_key")],
            },
        ),
        migrations.CreateModel(
            name="CaseReference",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("identifier", models.TextField(unique=True)),
                ("reference", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("authority", "reference"), name="one_row_a_case")],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.IntegerField(unique=True)),
                ("period_from", models.TextField()),
                ("period_to", models.TextField()),
                ("as_at", looped.records.columns.MomentField()),
                ("figures", models.TextField()),
                ("checksum", models.TextField()),
                ("board", models.TextField(null=True)),
                ("for_date", models.DateField(null=True)),
                ("issued_by", models.TextField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("as_at__lte", models.F("recorded_at"))), name="edition_not_ahead"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("row_table", models.TextField()),
                ("row_id", models.BigIntegerField()),
                ("who", models.TextField()),
                ("why", models.TextField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "db_table": "erasures",
                "constraints": [
                    models.UniqueConstraint(fields=("row_table", "row_id"), name="one_warrant_a_row"),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("who", ""), _negated=True), models.Q(("why", ""), _negated=True)),
                        name="warrant_says_who_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("chain", models.TextField()),
                ("number", models.BigIntegerField()),
                ("deed", models.TextField(unique=True)),
                ("who", models.TextField()),
                ("what", models.TextField()),
                ("which", models.TextField()),
                ("details", models.TextField()),
                ("previous", models.TextField()),
                ("digest", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("chain", "number"), name="one_event_a_number")],
            },
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("audit", models.TextField(null=True)),
                ("source", models.TextField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("who", models.TextField(null=True)),
                ("theme", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority", "audit"], name="feedback_by_key"),
                    models.Index(fields=["recorded_at"], name="feedback_by_moment"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__isnull", True),
                            ("outcome__in", ("heard", "not_reached", "declined", "not_appropriate")),
                            _connector="OR",
                        ),
                        name="feedback_outcome_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackWording",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("audit", models.TextField(null=True)),
                ("month", models.TextField(null=True)),
                ("on", models.DateField(null=True)),
                ("route", models.TextField(null=True)),
                ("who", models.TextField(null=True)),
                ("outcome", models.TextField(null=True)),
                ("theme", models.TextField(null=True)),
                ("words", models.TextField(null=True)),
                ("leave_to_publish", models.BooleanField()),
                ("checked_by", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "audit"], name="feedback_wording_by_key")],
            },
        ),
        migrations.CreateModel(
            name="PersonName",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("identifier", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("authority", "name"), name="one_row_a_person")],
            },
        ),
        migrations.CreateModel(
            name="Return",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("audit", models.TextField()),
                ("source", models.TextField()),
                ("auditor", models.TextField(null=True)),
                ("returned", models.DateField(null=True)),
                ("why_moderated", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority", "audit", "source", "id"], name="return_by_key"),
                    models.Index(fields=["recorded_at"], name="return_by_moment"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ("lead", "second", "moderation", "external"))),
                        name="return_source_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Grading",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("authority", models.TextField(blank=True)),
                ("audit", models.TextField()),
                ("domain", models.TextField()),
                ("grade", models.SmallIntegerField(null=True)),
                ("reason_not_graded", models.TextField(null=True)),
                ("source", models.TextField()),
                ("auditor", models.TextField(null=True)),
                ("why_moderated", models.TextField(null=True)),
                ("recorded_at", looped.records.columns.MomentField()),
                (
                    "given_in",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="records.return"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "audit", "domain"], name="grading_by_key")],
                "constraints": [
                    models.UniqueConstraint(fields=("given_in", "domain"), name="one_grade_a_domain"),
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ("lead", "second", "moderation", "external"))),
                        name="grading_source_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grade__isnull", True), ("grade__range", (1, 7)), _connector="OR"),
                        name="grade_on_a_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason_not_graded__isnull", True),
                            models.Q(
                                ("grade__isnull", True),
                                ("reason_not_graded__in", ("not_applicable", "not_enough_on_file", "not_completed")),
                            ),
                            _connector="OR",
                        ),
                        name="reason_only_where_not_graded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("why_moderated__isnull", True),
                            models.Q(
                                ("source", "moderation"),
                                ("why_moderated__in", ("dip_sample", "differed", "rule", "challenge")),
                            ),
                            _connector="OR",
                        ),
                        name="why_only_where_moderated",
                    ),
                ],
            },
        ),
    ]
