namespace Gates.BuiltIn.CanarySlo.Answers;

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

    /// <summary>Above the largest finite bucket, where no histogram says how far.</summary>
    BeyondBuckets,

    /// <summary>Failures are counted in a metric that this Prometheus does not have.</summary>
    Unheard,

    /// <summary>The canary was not being scraped.</summary>
    ScrapeDown,
}
