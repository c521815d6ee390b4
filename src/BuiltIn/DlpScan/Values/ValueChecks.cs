using Gates.BuiltIn.DlpScan.Values.Personal;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>The checks that rules name: for personal data see <see cref="PersonalChecks"/>, for secrets <see cref="SecretChecks"/>.</summary>
internal static class ValueChecks
{
    /// <exception cref="EvaluationException">There is no such check.</exception>
    public static ValueCheck Named(string name) => PersonalChecks.Named(name) ?? SecretChecks.Named(name);
}
