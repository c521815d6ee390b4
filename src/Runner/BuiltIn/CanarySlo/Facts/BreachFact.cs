namespace Gates.Runner.BuiltIn.CanarySlo.Facts;

/// <summary>See <see cref="Gates.Runner.BuiltIn.CanarySlo.Breach"/>; times are ISO 8601.</summary>
internal sealed record BreachFact(string Since, string Confirmed, string Until, double Value, double Limit, double? Requests, double? Low, double? High);
