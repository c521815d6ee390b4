using System.Text.RegularExpressions;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Kubernetes;

/// <summary>What may stand in a request: the package sends names as they are, and <c>../../kube-system/secrets?</c> would be another question.</summary>
internal static partial class KubernetesNames
{
    private const int MaxSelector = 1_000;
    private const string Value = @"(?>([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?)";
    private const string Key = @"(?>([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)";

    private const string Requirement = $@"[ ]*(!{Key}|{Key}(|[ ]*(==?|!=)[ ]*{Value}|[ ]+(in|notin)[ ]*\([ ]*{Value}([ ]*,[ ]*{Value})*[ ]*\)))[ ]*";

    /// <exception cref="UsageException">Not a DNS label of RFC 1123.</exception>
    public static string Label(string name, string what) =>
        IsLabel().IsMatch(name) ? name : throw Refusal(name, what, "1 to 63 of a-z, 0-9 and -, with a letter or digit at both ends");

    /// <exception cref="UsageException">Not a DNS subdomain of RFC 1123.</exception>
    public static string Subdomain(string name, string what) =>
        name.Length <= 253 && IsSubdomain().IsMatch(name)
            ? name
            : throw Refusal(name, what, "at most 253 of a-z, 0-9, - and ., with a letter or digit at both ends of each part");

    /// <exception cref="UsageException">Not a label selector.</exception>
    public static string Selector(string selector) =>
        selector.Length <= MaxSelector && (selector.Length == 0 || IsSelector().IsMatch(selector))
            ? selector
            : throw Refusal(selector, "label selector", "for example `app=shop,tier!=test,stage in (canary,stable)`");

    /// <exception cref="UsageException">Not a group and version.</exception>
    public static string ApiVersion(string text) =>
        text.Split('/') is { Length: <= 2 } parts && IsLabel().IsMatch(parts[^1]) && parts.All(part => part.Length <= 253 && IsSubdomain().IsMatch(part))
            ? text
            : throw Refusal(text, "apiVersion", "a version such as `v1`, or group and version such as `apps/v1`");

    /// <exception cref="UsageException">Not a kind.</exception>
    public static string Kind(string text) =>
        IsKind().IsMatch(text) ? text : throw Refusal(text, "kind", "at most 63 letters and digits that begin with a capital, such as `Deployment`");

    /// <summary>Whether a server gave a plain name, as it has them in its addresses.</summary>
    public static bool IsPathSegment(string name) => name is not ("." or "..") && IsSegment().IsMatch(name);

    public static bool IsLabel(string name) => IsLabel().IsMatch(name);

    private static UsageException Refusal(string text, string what, string right) =>
        new($"\"{Escape.Cut(Escape.OneLine(text), 80)}\" is no {what} of Kubernetes: {right}");

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsLabel();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]{0,62}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsKind();

    [GeneratedRegex(@"^[^/%\s\p{C}]{1,253}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsSegment();

    [GeneratedRegex(
        @"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex IsSubdomain();

    [GeneratedRegex(
        $@"^{Requirement}(,{Requirement})*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex IsSelector();
}
