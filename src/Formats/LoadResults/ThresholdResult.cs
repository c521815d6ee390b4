namespace Gates.Formats.LoadResults;

/// <summary>What became of one threshold in one run.</summary>
internal enum ThresholdResult
{
    Held,
    Crossed,

    /// <summary>Nothing was measured. k6 itself calls that passed, or not, by how the threshold is written.</summary>
    NoSamples,

    /// <summary>The file does not hold the number that is needed.</summary>
    NotInFile,

    /// <summary>The metric does not have such an aggregation, or the expression is none.</summary>
    Invalid,
}
