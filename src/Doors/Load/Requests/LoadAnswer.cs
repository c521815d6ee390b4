namespace Gates.Doors.Load.Requests;

/// <summary>What came back for one request.</summary>
internal sealed class LoadAnswer
{
    /// <value>0 when no answer came.</value>
    public int Status { get; init; }

    /// <value>k6's number for what went wrong; 0 for nothing.</value>
    public int ErrorCode { get; init; }

    /// <value>What went wrong, in words without anything of the request; empty for nothing.</value>
    public string Error { get; init; } = "";

    /// <value>As k6 writes it.</value>
    public string Protocol { get; init; } = "";

    public double Connecting { get; init; }

    public double Handshaking { get; init; }

    public double Waiting { get; init; }

    public double Receiving { get; init; }

    public HttpResponseMessage? Message { get; init; }

    /// <value>The body as far as it is kept.</value>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <value>Whether it was broken off because the run ended, so that it says nothing about the server.</value>
    public bool IsBrokenOff { get; init; }

    /// <summary>A header of the answer or of its content, or <see langword="null"/>.</summary>
    public string? Header(string name) =>
        Message is null ? null
        : Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values)
        : null;
}
