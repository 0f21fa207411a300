"""What a compliance summary says beyond coverage: companies, arrears, vulnerable workers, villages, senders, letters."""
