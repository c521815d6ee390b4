namespace Gates.Formats.Dockerfiles;

/// <summary>An image from outside that building a Dockerfile pulls.</summary>
internal sealed record DockerfileImage
{
    /// <value><c>FROM</c>, <c>COPY --from</c>, <c>RUN --mount</c>, <c># syntax</c>, or the first three after <c>ONBUILD</c>.</value>
    public required string Kind { get; init; }

    /// <value>As written in the file.</value>
    public required string Written { get; init; }

    /// <value>The image; <see langword="null"/> when it cannot be known.</value>
    public ImageReference? Reference { get; init; }

    /// <value>Why the image cannot be known; else <see langword="null"/>.</value>
    public string? Reason { get; init; }

    /// <value>Whether the reason is only that a variable has no value, which a build argument would give.</value>
    public bool LacksValue { get; init; }

    /// <value>Where its variables got their values, for example <c>ARG BASE, Dockerfile:1</c>.</value>
    public IReadOnlyList<string> Origins { get; init; } = [];

    public required int Line { get; init; }

    public int? Column { get; init; }

    /// <value>The stage that uses it: its name, or its number; <see langword="null"/> for the frontend.</value>
    public string? Stage { get; init; }

    /// <value>The platform that <c>--platform</c> asks for; else <see langword="null"/>.</value>
    public string? Platform { get; init; }
}
