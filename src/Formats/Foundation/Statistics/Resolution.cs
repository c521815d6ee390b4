namespace Gates.Formats.Foundation.Statistics;

/// <summary>What an interval was made from, from the best to the weakest.</summary>
internal enum Resolution
{
    /// <summary>At least three runs a side with their samples: runs are drawn, then samples within them.</summary>
    Runs,

    /// <summary>Samples of fewer than three runs a side: only samples are drawn, so what differs from run to run is not seen.</summary>
    Samples,

    /// <summary>One value a run, at least two runs a side.</summary>
    Summaries,

    /// <summary>One value a side: there is no interval.</summary>
    Single,
}
