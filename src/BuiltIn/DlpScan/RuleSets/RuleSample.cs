namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>A rule with the texts that prove it.</summary>
/// <param name="File">The rule file it was read from.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Examples">Texts in which it must find something.</param>
/// <param name="Negatives">Texts in which it must find nothing.</param>
/// <param name="Path">The file the texts are taken to stand in.</param>
internal sealed record RuleSample(string File, DlpRule Rule, IReadOnlyList<string> Examples, IReadOnlyList<string> Negatives, string Path);
