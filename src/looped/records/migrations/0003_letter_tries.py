from django.db import migrations, models

import looped.records.columns


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_service"),
    ]

    operations = [
        migrations.CreateModel(
            name="LetterTry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("letter", models.TextField(unique=True)),
                ("failures", models.SmallIntegerField(default=0)),
                ("again_at", looped.records.columns.MomentField()),
            ],
        ),
    ]
