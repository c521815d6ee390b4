namespace Gates.Formats.Dockerfiles;

/// <summary>One instruction with its place.</summary>
internal sealed record DockerfileInstruction
{
    /// <value>Upper case, for example <c>RUN</c>.</value>
    public required string Name { get; init; }

    /// <value>The flags in order, for example <c>--mount=type=cache,target=/x</c>.</value>
    public IReadOnlyList<DockerfileFlag> Flags { get; init; } = [];

    /// <value>What follows name and flags, continuation lines joined, without comments and here-documents.</value>
    public required string Body { get; init; }

    /// <value>
    /// The arguments. In JSON form its elements; else for <c>RUN</c>, <c>CMD</c>, <c>ENTRYPOINT</c>, <c>SHELL</c>, <c>USER</c>, <c>WORKDIR</c> and
    /// the like the body as one; for <c>ARG</c>, <c>ENV</c> and <c>LABEL</c> words with their quotes; for the others the body split at white space.
    /// </value>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <value>Whether the arguments were a JSON array ("exec form").</value>
    public bool IsJson { get; init; }

    public IReadOnlyList<DockerfileHeredoc> Heredocs { get; init; } = [];

    /// <value>What <c>ONBUILD</c> adds to images built on this one; else <see langword="null"/>.</value>
    public DockerfileInstruction? Trigger { get; init; }

    /// <value>First line, starting at 1.</value>
    public required int Line { get; init; }

    /// <value>Last line, here-documents included.</value>
    public int EndLine { get; init; }

    /// <value>The column of the name, starting at 1.</value>
    public required int Column { get; init; }

    /// <value>The lines as they stand in the file.</value>
    public string Original { get; init; } = "";

    internal required DockerfileLine Source { get; init; }

    internal required int BodyOffset { get; init; }

    /// <value>Where in the joined lines each flag begins, and at last where they end.</value>
    internal IReadOnlyList<int> FlagPlaces { get; init; } = [];

    /// <summary>The value of a flag: its first occurrence, or <see langword="null"/>.</summary>
    public string? Flag(string name) => Flags.FirstOrDefault(flag => flag.Name == name)?.Value;

    /// <summary>The file's line on which a character of <see cref="Body"/> stands.</summary>
    public int LineAt(int offset) => Source.LineAt(BodyOffset + offset);

    /// <summary>Line and column, starting at 1, where a text first stands behind the name; the instruction's own place when it does not.</summary>
    public (int Line, int Column) Locate(string text)
    {
        var start = Source.Text.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        return Locate(text, start, Source.Text.Length);
    }

    /// <summary>The same, looked for in one flag.</summary>
    public (int Line, int Column) Locate(string text, int flag) => Locate(text, FlagPlaces[flag], FlagPlaces[flag + 1]);

    private (int Line, int Column) Locate(string text, int start, int end)
    {
        var offset = text.Length == 0 ? -1 : Source.Text.IndexOf(text, start, Math.Max(0, end - start), StringComparison.Ordinal);
        return offset < 0 ? (Line, Column) : Source.PlaceOf(offset);
    }
}
