namespace Gates.Formats.LoadResults;

/// <summary>How many values become one.</summary>
internal enum AggregationMethod
{
    Value,
    Count,
    Rate,
    Avg,
    Min,
    Med,
    Max,
    Percentile,
}
