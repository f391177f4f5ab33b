"""Scale, domains, questions, descriptors and rules, by date: data files and the model they fill."""
