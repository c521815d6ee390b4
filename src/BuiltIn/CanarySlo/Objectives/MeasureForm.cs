namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>How answers become an objective's value.</summary>
internal enum MeasureForm
{
    /// <summary>The share of bad in all.</summary>
    Share,

    /// <summary>One number.</summary>
    Value,

    /// <summary>A counter's increase in a minute, from raw samples.</summary>
    Increase,
}
