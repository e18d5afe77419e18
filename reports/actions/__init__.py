"""What is planned, what was done, and 'you said, what changed'.

| module | what |
|---|---|
| plan, plan_pages | the plan as pages and files read it; changing it |
| changed | the page for those who answered, turned on and off by an owner |
| pairs, replying | what was said, with what the plan and an owner answer to it; answering |
| forms | what is filled in |
"""
