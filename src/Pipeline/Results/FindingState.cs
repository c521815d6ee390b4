namespace Gates.Pipeline.Results;

/// <summary>Whether a finding counts for the verdict.</summary>
internal enum FindingState
{
    /// <summary>It counts.</summary>
    New,

    /// <summary>It was there at the base, or is in the baseline: listed, never blocking.</summary>
    Existing,

    /// <summary>A waiver covers it.</summary>
    Waived,
}
