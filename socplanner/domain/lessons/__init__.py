"""The review of a plan by ten keys and by typical failures: prompts with verdicts and evidence.

Rules:

- A prompt is a question with a remedy (`prompts`); its texts are data beside the catalogue. Its
  answer is a function of plan, phase and day (`answers` has the table), and yields `Evidence`: each
  piece has a verdict of its own, and that of the prompt is the one that asks for most.
- What a plan cannot know is unclear. The planner's own verdict counts there, and only there:
  an answer from memory must not hide what the plan shows.
- Evidence names roles of edition v2. Without such a role the verdict is unclear.
- In a later phase the higher of score and aim counts, for it is what the plan intends.
- A waiver removes nothing: the prompt keeps its verdict and does not count.

`reviewing` puts answers and what the planner stated together. `keys_1_to_5`, `keys_6_to_10`,
`building`, `operating` and `responding` have one function a prompt; `lesson_facts` is what they
read of a plan, `role_evidence` and `people_evidence` are pieces that several of them share.
"""
