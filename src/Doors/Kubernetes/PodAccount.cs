using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Kubernetes;

/// <summary>The service account of the pod in which this program runs.</summary>
internal static class PodAccount
{
    /// <value>Where every pod finds it.</value>
    public const string Folder = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <param name="host">The variable KUBERNETES_SERVICE_HOST.</param>
    /// <param name="port">The variable KUBERNETES_SERVICE_PORT.</param>
    /// <param name="folder">Where the account is; <see cref="Folder"/>.</param>
    /// <exception cref="UsageException">This is no pod, or one without an account.</exception>
    public static KubernetesAccess Read(string? host, string? port, string folder = Folder)
    {
        if (string.IsNullOrEmpty(host) || !ushort.TryParse(port, out var number) || Uri.CheckHostName(host) is UriHostNameType.Unknown)
        {
            throw Refusal("KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set as in a pod; name a kubeconfig instead");
        }

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(File.ReadAllText(Path.Combine(folder, "ca.crt")));
            var space = Path.Combine(folder, "namespace");
            return new KubernetesAccess
            {
                Server = new UriBuilder("https", host, number).Uri,
                Authorities = authorities.Count > 0 ? authorities : throw Refusal("its ca.crt holds no PEM certificate"),
                Token = Kubeconfig.TokenFile(Path.Combine(folder, "token")),
                Namespace = File.Exists(space) ? KubernetesNames.Label(File.ReadAllText(space).Trim(), "namespace") : "default",
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Refusal($"{Escape.OneLine(e.Message)}; set `automountServiceAccountToken: true` in the pod");
        }

        UsageException Refusal(string why) => new($"the pod's own account in {Say.Path(folder)} cannot be used: {why}");
    }
}
