namespace Gates.Runner.Cases;

/// <summary>What can be tested, with its cases.</summary>
/// <param name="Subject">The policy or built-in gate.</param>
/// <param name="Folder">Its folder, relative to the root.</param>
/// <param name="Cases">The folders of its cases, relative to the root, sorted.</param>
internal sealed record CaseSuite(CaseSubject Subject, string Folder, IReadOnlyList<string> Cases);
