using Gates.Formats.Settings;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>The error budget of the whole service, which is reported beside the canary.</summary>
internal sealed class BudgetOptions
{
    [Option("The rate of failed requests, with `$window` for the range: `sum(rate(http_requests_total{code=~\"5..\"}[$window]))`. Empty: no error budget.")]
    public string Bad { get; set; } = "";

    [Option("The rate of all requests, with `$window` for the range.")]
    public string Total { get; set; } = "";

    [Option("The availability that is promised, in per cent.", Min = 1, Max = 99.9999)]
    public double Target { get; set; } = 99.9;

    [Option("Over how long it is promised.", Min = 3600, Max = 7776000)]
    public TimeSpan Over { get; set; } = TimeSpan.FromDays(30);
}
