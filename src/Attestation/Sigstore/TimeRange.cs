using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Sigstore;

/// <summary>When something counts: both ends belong to it, and it may have none.</summary>
internal readonly record struct TimeRange(DateTimeOffset? Start, DateTimeOffset? End)
{
    public bool Contains(DateTimeOffset time) => !(time < Start) && !(time > End);

    /// <summary>The <c>validFor</c> of an object; for ever where it has none.</summary>
    public static TimeRange Of(EvidenceJson? owner) => owner?.OptionalObject("validFor") is { } range
        ? new TimeRange(range.Moment("start"), range.Moment("end"))
        : default;

    public override string ToString() => (Start, End) switch
    {
        (null, null) => "for ever",
        (null, { } end) => $"until {EvidenceTime.Write(end)}",
        ({ } start, null) => $"from {EvidenceTime.Write(start)}",
        ({ } start, { } end) => $"from {EvidenceTime.Write(start)} until {EvidenceTime.Write(end)}",
    };
}
