using Gates.BuiltIn.CanarySlo.Evaluation;

namespace Gates.BuiltIn.CanarySlo.Facts;

/// <summary>See <see cref="Hold"/>; times are ISO 8601.</summary>
internal sealed record HoldFact(string Reason, string Since, string Until, bool MayHideBreach, double? Requests);
