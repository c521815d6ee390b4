using System.Collections.Frozen;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>The options of the tools that build images which take the next word as their value.</summary>
internal static class ToolOptions
{
    public static FrozenSet<string> Global { get; } = FrozenSet.ToFrozenSet(
        [
            "--config", "--context", "-c", "--host", "-H", "--log-level", "-l", "--tlscacert", "--tlscert", "--tlskey", "--builder",
            "--namespace", "-n", "--address", "-a",
            "--snapshotter", "--cgroup-manager", "--connection", "--url", "--identity", "--root", "--runroot", "--storage-driver",
            "--storage-opt", "--tmpdir", "--events-backend",
            "--hooks-dir", "--module", "--network-cmd-path", "--network-config-dir", "--runtime", "--runtime-flag", "--registries-conf",
            "--registries-conf-dir", "--userns-uid-map",
            "--userns-gid-map", "--conmon", "--imagestore", "--volumepath", "--ssh", "--out",
        ],
        StringComparer.Ordinal);

    public static FrozenSet<string> Build { get; } = FrozenSet.ToFrozenSet(
        [
            "--build-arg", "--build-context", "--file", "-f", "--platform", "--target", "--from", "--build-arg-file", "-t", "--tag",
            "--cache-from", "--cache-to", "--label", "--network", "--net",
            "--output", "-o", "--secret", "--ssh", "--progress", "--builder", "--iidfile", "--metadata-file", "--add-host", "--annotation",
            "--attest", "--provenance", "--sbom", "--shm-size",
            "--ulimit", "-m", "--memory", "--isolation", "--cgroup-parent", "--cpu-period", "--cpu-quota", "-c", "--cpu-shares",
            "--cpuset-cpus", "--cpuset-mems", "--memory-swap",
            "--security-opt", "--storage-opt", "--no-cache-filter", "--allow", "--call", "--policy", "--arch", "--os", "--variant",
            "--authfile", "--cert-dir", "--creds", "--cpp-flag",
            "--decryption-key", "--device", "--dns", "--dns-option", "--dns-search", "--env", "--format", "--group-add", "--hooks-dir",
            "--ignorefile", "--ipc", "--jobs", "--layer-label",
            "--logfile", "--manifest", "--os-feature", "--os-version", "--pid", "--retry", "--retry-delay", "--runtime", "--runtime-flag",
            "--sign-by", "--timestamp", "--source-date-epoch",
            "--unsetenv", "--unsetlabel", "--userns", "--userns-uid-map", "--userns-gid-map", "--userns-uid-map-user",
            "--userns-gid-map-group", "--uts", "-v", "--volume", "--cap-add",
            "--dockerfile", "--context", "-d", "--destination", "--opt", "--local", "--frontend", "--export-cache", "--import-cache",
            "--cap-drop", "--cache-ttl", "--name", "--cidfile", "--cw", "--blob-cache",
        ],
        StringComparer.Ordinal);

    public static FrozenSet<string> Compose { get; } = FrozenSet.ToFrozenSet(
        [
            "-f", "--file", "-p", "--project-name", "--project-directory", "--profile", "--env-file", "--parallel", "--ansi", "--progress",
            "--build-arg", "-m", "--memory", "--builder", "--ssh",
            "--provenance", "--sbom", "--scale", "-H", "--host", "--context", "-c", "--log-level", "-t", "--timeout", "--wait-timeout",
            "--exit-code-from",
        ],
        StringComparer.Ordinal);

    public static FrozenSet<string> Bake { get; } = FrozenSet.ToFrozenSet(
        ["-f", "--file", "--set", "--builder", "--metadata-file", "--progress", "--call", "--provenance", "--sbom", "--allow", "--var", "--list"],
        StringComparer.Ordinal);
}
