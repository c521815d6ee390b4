using Gates.Formats.Foundation;

namespace Gates.Doors.Docker;

/// <summary>Finds the engine that is meant, as <c>docker</c> does; where nothing is said and Docker is not there, Podman's socket is taken.</summary>
internal static class DockerHost
{
    /// <param name="variables">Reads an environment variable.</param>
    /// <param name="exists">Whether a socket is there.</param>
    /// <exception cref="UsageException">What the variables say is no address, or its certificates cannot be read.</exception>
    public static DockerAddress Find(Func<string, string?> variables, Predicate<string>? exists = null)
    {
        exists ??= File.Exists;
        if (variables("DOCKER_HOST") is { Length: > 0 } named)
        {
            return DockerAddress.Parse(named, variables("DOCKER_TLS_VERIFY") is { Length: > 0 } && !IsSocket(named) ? Certificates(variables) : null);
        }

        var own = variables("XDG_RUNTIME_DIR") is { Length: > 0 } folder ? folder : null;
        string[] sockets =
        [
            DockerAddress.Default["unix://".Length..],
            .. own is null ? Array.Empty<string>() : [own + "/docker.sock", own + "/podman/podman.sock"],
            "/run/podman/podman.sock",
        ];
        return DockerAddress.Parse("unix://" + (sockets.FirstOrDefault(socket => exists(socket)) ?? sockets[0]));
    }

    private static bool IsSocket(string address) => address.StartsWith("unix:", StringComparison.Ordinal);

    private static DockerTls Certificates(Func<string, string?> variables)
    {
        var folder = variables("DOCKER_CERT_PATH") is { Length: > 0 } named ? named
            : variables("HOME") is { Length: > 0 } home ? Path.Combine(home, ".docker")
            : throw new UsageException("DOCKER_TLS_VERIFY is set, and DOCKER_CERT_PATH names no folder with the certificates");
        return DockerTls.Read(folder);
    }
}
