"""WhatsApp metrics of all channels: a web application, and the tasks behind it."""
