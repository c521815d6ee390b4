using Gates.BuiltIn.CanarySlo.Evaluation;

namespace Gates.BuiltIn.CanarySlo.Facts;

/// <summary>See <see cref="Gates.BuiltIn.CanarySlo.Evaluation.Breach"/>; times are ISO 8601.</summary>
internal sealed record BreachFact(string Since, string Confirmed, string Until, double Value, double Limit, double? Requests, double? Low, double? High);
