using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>One place that pulls an image.</summary>
internal sealed record ImageUse
{
    /// <value>What pulls it, for example <c>FROM</c> or <c>compose image</c>.</value>
    public required string Kind { get; init; }

    /// <value>As written in the file.</value>
    public required string Written { get; init; }

    /// <value>How the image follows from the file, for example <c>ARG BASE, Dockerfile:1</c>.</value>
    public required string How { get; init; }

    public required string Path { get; init; }

    public required int Line { get; init; }

    public int? Column { get; init; }

    public string? Stage { get; init; }

    public string? Platform { get; init; }

    public ImageReference? Reference { get; init; }

    /// <value>The object of Kubernetes that runs it; <see langword="null"/> for anything else.</value>
    public Workload? Workload { get; init; }

    /// <value>Why the image cannot be known; else <see langword="null"/>.</value>
    public string? Reason { get; init; }
}
