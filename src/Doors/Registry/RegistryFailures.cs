using System.Globalization;
using System.Security.Authentication;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Registry;

/// <summary>What went wrong with a registry, in our words.</summary>
internal static class RegistryFailures
{
    private const int MaxWords = 300;

    public static RegistryException Fault(RegistryFault fault, RegistryQuestion question, string why) =>
        new(fault, $"{question.What}: the registry {question.Host.Address.Authority}: {why}");

    public static RegistryException NotFound(RegistryQuestion question) =>
        Fault(RegistryFault.NotFound, question, "it has no such image, or shows it only to those who log in");

    /// <summary>Somebody else's text on one line, cut.</summary>
    public static string Safe(string text) => Escape.Cut(Escape.OneLine(text), MaxWords);

    public static bool IsKnown(Exception exception) => exception is OperationCanceledException or HttpRequestException or IOException;

    /// <summary>What an exception of the system means.</summary>
    public static RegistryException Of(Exception exception, RegistryQuestion question, RegistryLimits limits) => exception switch
    {
        OperationCanceledException => Fault(
            RegistryFault.TimedOut,
            question,
            string.Create(CultureInfo.InvariantCulture, $"it did not answer within {limits.Timeout.TotalSeconds:0.#} s; it hangs or is overloaded")),
        HttpRequestException { InnerException: AuthenticationException } => Fault(
            RegistryFault.CertificateRefused,
            question,
            "its certificate is not signed by an authority that is believed, or is for another name; SSL_CERT_FILE names further authorities"),
        _ => Fault(
            RegistryFault.Unreachable,
            question,
            $"no answer: {Safe(exception.InnerException?.Message ?? exception.Message)}; check its name and the network"),
    };

    public static RegistryException Refusal(RegistryQuestion question, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        return status switch
        {
            401 => Fault(RegistryFault.LoginRefused, question, "it refuses the login, or the repository is not there; `docker login` again"),
            403 => Fault(RegistryFault.LoginRefused, question, "the login may not read it"),
            429 => Fault(RegistryFault.TooManyRequests, question, "it has been asked too often; wait, or log in with `docker login`"),
            >= 500 => Fault(RegistryFault.Failed, question, $"it failed with {status}; it is starting, overloaded, or down"),
            _ => Fault(RegistryFault.NotRegistry, question, $"it answered {status}, which no registry documents for this; check its name"),
        };
    }
}
