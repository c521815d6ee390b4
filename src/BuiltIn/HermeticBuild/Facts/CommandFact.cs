namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>A command of a build step that reaches for something not fixed by the repository.</summary>
internal sealed record CommandFact
{
    /// <value>What is wrong: the id of a rule.</value>
    public required string Problem { get; init; }

    /// <value>The program and its verb, for example <c>npm install</c>.</value>
    public required string Tool { get; init; }

    /// <value>What it fetches: packages or addresses, without credentials and queries.</value>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <value>What to write instead, when that can be said.</value>
    public string? Better { get; init; }

    /// <value>Why a check that stands there proves nothing.</value>
    public string? Because { get; init; }

    /// <value>
    /// Where the step stands: <c>dockerfile</c>, <c>workflow</c>, <c>action</c>, <c>pipeline</c> (of another CI system), <c>makefile</c>, <c>script</c>
    /// or <c>task</c> (of a Taskfile, a justfile, a package.json or a project of MSBuild).
    /// </value>
    public string Where { get; init; } = "";

    public string Path { get; init; } = "";

    public required int Line { get; init; }
}
