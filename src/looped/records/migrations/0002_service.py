from django.db import migrations, models

import looped.records.columns


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("account", models.TextField(unique=True)),
                ("person", models.TextField(unique=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="DipDraw",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("round", models.TextField()),
                ("seed", models.TextField()),
                ("share", models.SmallIntegerField()),
                ("frame_hash", models.TextField()),
                ("frame", models.TextField()),
                ("drawn", models.TextField()),
                ("deed", models.TextField(unique=True)),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="LetterSent",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("letter", models.TextField(unique=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="RoleEnded",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("holding", models.TextField(unique=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
        ),
        migrations.CreateModel(
            name="AuditInHand",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("audit", models.TextField(unique=True)),
                ("round", models.TextField()),
                ("case", models.TextField()),
                ("service_area", models.TextField()),
                ("team", models.TextField()),
                ("looped", models.BooleanField()),
                ("stage", models.TextField()),
                ("lead", models.TextField(null=True)),
                ("second", models.TextField(null=True)),
                ("lead_in", models.BooleanField(default=False)),
                ("second_in", models.BooleanField(default=False)),
                ("practitioner", models.TextField(null=True)),
                ("team_manager", models.TextField(null=True)),
                ("former", models.JSONField(default=list)),
                ("moderators", models.JSONField(default=list)),
                ("why_moderated", models.TextField(null=True)),
                ("settled_at", looped.records.columns.MomentField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["round"], name="in_hand_by_round"),
                    models.Index(fields=["lead"], name="in_hand_by_lead"),
                    models.Index(fields=["second"], name="in_hand_by_second"),
                    models.Index(fields=["stage"], name="in_hand_by_stage"),
                    models.Index(fields=["practitioner"], name="in_hand_by_practitioner"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "case"), name="one_audit_a_case_and_round"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lead__isnull", True),
                            ("second__isnull", True),
                            models.Q(("lead", models.F("second")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_auditors_are_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("looped", True), ("lead__isnull", True), ("second__isnull", True), _connector="OR"
                        ),
                        name="a_single_audit_has_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernStep",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("concern", models.TextField()),
                ("audit", models.TextField()),
                ("step", models.TextField()),
                ("number", models.SmallIntegerField()),
                ("person", models.TextField(null=True)),
                ("rung", models.SmallIntegerField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit"], name="concern_by_audit")],
                "constraints": [
                    models.UniqueConstraint(fields=("concern", "number"), name="one_concern_step_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(("step__in", ("raised", "rang", "alerted", "acknowledged"))),
                        name="concern_step_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernWords",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("concern", models.TextField()),
                ("audit", models.TextField()),
                ("rang", models.TextField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit"], name="concern_words_by_audit")],
            },
        ),
        migrations.CreateModel(
            name="DraftField",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("audit", models.TextField()),
                ("person", models.TextField()),
                ("field", models.TextField()),
                ("text", models.TextField(blank=True)),
                ("version", models.IntegerField()),
                ("saved_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["person"], name="draft_by_person")],
                "constraints": [
                    models.UniqueConstraint(fields=("audit", "person", "field"), name="one_text_a_field"),
                    models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="draft_counts_from_one"),
                ],
            },
        ),
        migrations.CreateModel(
            name="GivenBack",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("submission", models.TextField(unique=True)),
                ("audit", models.TextField()),
                ("reason", models.TextField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit"], name="given_back_by_audit")],
            },
        ),
        migrations.CreateModel(
            name="Learning",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("audit", models.TextField()),
                ("part", models.TextField()),
                ("words", models.TextField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit", "id"], name="learning_by_audit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ("lead", "second"))), name="learning_part_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("letter", models.TextField(unique=True)),
                ("person", models.TextField()),
                ("audit", models.TextField(null=True)),
                ("kind", models.TextField()),
                ("subject", models.TextField()),
                ("text", models.TextField()),
                ("calendar", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit"], name="letter_by_audit")],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("meeting", models.TextField(unique=True)),
                ("audit", models.TextField()),
                ("starts", looped.records.columns.MomentField()),
                ("minutes", models.SmallIntegerField()),
                ("place", models.TextField(blank=True)),
                ("attendees", models.JSONField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit", "id"], name="meeting_by_audit")],
            },
        ),
        migrations.CreateModel(
            name="MeetingHeld",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("audit", models.TextField()),
                ("met_on", models.DateField(null=True)),
                ("attended", models.JSONField()),
                ("deed", models.TextField(unique=True)),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit", "id"], name="meeting_held_by_audit")],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("person", models.TextField()),
                ("service_area", models.TextField(blank=True)),
                ("team", models.TextField(blank=True)),
                ("line_manager", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["person", "id"], name="place_by_person")],
            },
        ),
        migrations.CreateModel(
            name="ReasonGiven",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("audit", models.TextField()),
                ("what", models.TextField()),
                ("domain", models.TextField(null=True)),
                ("by", models.TextField()),
                ("why", models.TextField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit", "id"], name="reason_given_by_audit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what__in", ("meeting", "challenge", "stood_down", "ended"))),
                        name="reason_for_something_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleHeld",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("holding", models.TextField(unique=True)),
                ("person", models.TextField()),
                ("role", models.TextField()),
                ("service_area", models.TextField(blank=True)),
                ("team", models.TextField(blank=True)),
                ("starts", looped.records.columns.MomentField()),
                ("ends", looped.records.columns.MomentField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["person"], name="held_by_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"),
                        name="role_ends_later",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("round", models.TextField(unique=True)),
                ("authority", models.TextField(blank=True)),
                ("month", models.TextField()),
                ("kind", models.TextField()),
                ("selection", models.TextField()),
                ("framework", models.TextField()),
                ("due", models.DateField()),
                ("cut_off", models.DateField()),
                ("look_back_months", models.SmallIntegerField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ("monthly", "thematic", "re-audit", "multi-agency", "external", "inspection"))
                        ),
                        name="round_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("look_back_months__range", (1, 120))), name="round_looks_back"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SettingRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("value", models.TextField(blank=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["name", "id"], name="setting_by_name")],
            },
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("audit", models.TextField()),
                ("domain", models.TextField()),
                ("how", models.TextField()),
                ("grade", models.SmallIntegerField(null=True)),
                ("by", models.TextField()),
                ("descriptor", models.SmallIntegerField(null=True)),
                ("difference", models.TextField(null=True)),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit", "id"], name="settlement_by_audit")],
                "constraints": [
                    models.UniqueConstraint(fields=("deed", "domain"), name="one_settlement_a_deed_and_domain"),
                    models.CheckConstraint(
                        condition=models.Q(("how__in", ("accepted", "meeting", "moderation"))),
                        name="settlement_how_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SettlementWords",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("audit", models.TextField()),
                ("domain", models.TextField()),
                ("words", models.TextField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit"], name="settlement_words_by_audit")],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("submission", models.TextField(unique=True)),
                ("audit", models.TextField()),
                ("part", models.TextField()),
                ("number", models.SmallIntegerField()),
                ("auditor", models.TextField()),
                ("returned", models.DateField()),
                ("deed", models.TextField()),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("audit", "part", "number"), name="one_submission_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ("lead", "second"))), name="submission_part_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmittedGrade",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("submission", models.TextField()),
                ("domain", models.TextField()),
                ("grade", models.SmallIntegerField(null=True)),
                ("reason_not_graded", models.TextField(null=True)),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("submission", "domain"), name="one_submitted_grade_a_domain"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grade__isnull", False), ("reason_not_graded__isnull", True)),
                            models.Q(
                                ("grade__isnull", True),
                                ("reason_not_graded__in", ("not_applicable", "not_enough_on_file", "not_completed")),
                            ),
                            _connector="OR",
                        ),
                        name="submitted_grade_or_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmittedWords",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("submission", models.TextField()),
                ("audit", models.TextField()),
                ("domain", models.TextField()),
                ("reason", models.TextField(blank=True)),
                ("document", models.TextField(blank=True)),
                ("document_date", models.DateField(null=True)),
                ("why_not_above", models.TextField(blank=True)),
                ("different", models.TextField(blank=True)),
                ("recorded_at", looped.records.columns.MomentField()),
            ],
            options={
                "indexes": [models.Index(fields=["audit"], name="submitted_words_by_audit")],
                "constraints": [models.UniqueConstraint(fields=("submission", "domain"), name="one_wording_a_domain")],
            },
        ),
    ]
