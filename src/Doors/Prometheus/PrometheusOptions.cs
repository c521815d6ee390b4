using Gates.Formats.Settings;

namespace Gates.Doors.Prometheus;

/// <summary>Which Prometheus to ask, and as whom. Credentials are only ever named, never written.</summary>
internal sealed class PrometheusOptions
{
    [Option("The server's address, with its path prefix when it has one; https, or http on this machine.", Required = true)]
    public string Url { get; set; } = "";

    [Option("The environment variable that holds a bearer token.")]
    public string TokenEnv { get; set; } = "";

    [Option("The file that holds a bearer token: absolute, or relative to the repository.")]
    public string TokenFile { get; set; } = "";

    [Option("The environment variable that holds the user's name for basic authentication.")]
    public string UserEnv { get; set; } = "";

    [Option("The environment variable that holds the password for basic authentication.")]
    public string PasswordEnv { get; set; } = "";

    [Option("A PEM file with the authorities that may have signed the server's certificate, instead of the system's.")]
    public string CaFile { get; set; } = "";

    [Option("How long one request may take.", Min = 1, Max = 300)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
