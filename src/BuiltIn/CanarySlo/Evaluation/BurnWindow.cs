namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>The pace at which an error budget burns over one window.</summary>
/// <param name="Window">Such as 1h.</param>
/// <param name="Share">Failed requests among all; <see langword="null"/> without data.</param>
/// <param name="Rate">1 uses up the budget exactly at the end of its time.</param>
internal sealed record BurnWindow(string Window, double? Share, double? Rate);
