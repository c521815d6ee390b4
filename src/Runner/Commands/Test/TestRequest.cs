namespace Gates.Runner.Commands.Test;

/// <summary>What <c>gates test</c> was asked.</summary>
internal sealed record TestRequest
{
    /// <value>What names are relative to: the folder that the user stands in.</value>
    public required DirectoryInfo Root { get; init; }

    /// <value>Where to look, relative to the root. Default: the root itself.</value>
    public string Folder { get; init; } = ".";

    /// <value>Only cases whose name contains this text; <see langword="null"/> means all.</value>
    public string? Filter { get; init; }

    /// <value>Whether a policy fails that is not tested both ways. Default: no.</value>
    public bool RequireTests { get; init; }

    /// <value>Whether policies are held against the types of what they get, with the author's own TypeScript. Default: no.</value>
    public bool Types { get; init; }
}
