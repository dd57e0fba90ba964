"""What happens to a case besides its steps: it changes hands, ends early, is corrected, is opened again."""
