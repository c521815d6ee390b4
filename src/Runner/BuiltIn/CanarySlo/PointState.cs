namespace Gates.Runner.BuiltIn.CanarySlo;

/// <summary>What is known about an objective at one moment.</summary>
internal enum PointState
{
    Within,
    Breach,

    /// <summary>Beyond the limit, but so is the stable version.</summary>
    Shared,

    /// <summary>The series is there and says 0.</summary>
    NoTraffic,

    /// <summary>There is no such series at all.</summary>
    Absent,

    /// <summary>The series has values, but none here.</summary>
    Gap,

    NotANumber,

    /// <summary>The canary was not being scraped.</summary>
    ScrapeDown,
}
