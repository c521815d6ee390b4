namespace Gates.Runner.Commands.Publish.Approvals;

/// <summary>A file of the judge that a pull request edits: configuration, a policy or what it imports, waivers or the baseline.</summary>
/// <param name="Path">The file.</param>
/// <param name="Owners">Its owners in the base's CODEOWNERS, <c>@login</c> or <c>@org/team</c>; empty when no line covers it.</param>
internal sealed record JudgeEdit(string Path, IReadOnlyList<string> Owners);
