namespace Gates.Formats.Workflows;

/// <summary>The text of a <c>run:</c>, and how its lines map to the file's.</summary>
/// <param name="Text">The script; expressions are left as written.</param>
/// <param name="FirstLine">The file's line on which the script's first line stands.</param>
/// <param name="KeepsLines">Whether the script's lines are the file's lines; not so for folded and quoted text.</param>
/// <param name="Shell">The shell in force: the step's, the job's default or the workflow's; <see langword="null"/> means the runner's.</param>
/// <param name="WorkingDirectory">The folder in force, by the same order; <see langword="null"/> means the root.</param>
internal sealed record WorkflowScript(string Text, int FirstLine, bool KeepsLines, string? Shell, string? WorkingDirectory);
