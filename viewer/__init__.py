"""The workbench in the browser: reads run folders and the queue, and submits jobs through jobs/."""
