using System.Text.Json;
using Gates.BuiltIn.BaseImageAllowlist;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>The drift of a cluster as a page to read.</summary>
public sealed class DriftPageTests
{
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Fact]
    public void WhatDrifts_IsARowEach_WithStateWorkloadContainerImageAndPlace() => Page(
        Running("declared", "docker.io/library/fine:1", "\"allowed\":\"fine\",\"declared\":{\"path\":\"k8s/a.yaml\",\"line\":3}"),
        Running("other-tag", "docker.io/library/web:1", "\"allowed\":\"web\",\"digest\":\"" + Digest + "\","
            + "\"declared\":{\"path\":\"k8s/web.yaml\",\"line\":7,\"reference\":\"docker.io/library/web:2\"},\"pending\":true"),
        Running("undeclared", "evil.io/x:1", "\"allowed\":null,\"containerKind\":\"init\""),
        Running("declared", "docker.io/library/old:1", "\"allowed\":null,\"declared\":{\"path\":\"k8s/a.yaml\",\"line\":9}"),
        Running("undeclared", "docker.io/istio/proxyv2:1", "\"allowed\":\"istio\",\"ignored\":\"The mesh | injects it\"")).ShouldBe(
        $"""
        # Drift

        7 pods and 2 workloads in `kube.example:6443` were looked at; 1 image of 5 is what the repository declares.

        | state | workload | container | image | declared at |
        | --- | --- | --- | --- | --- |
        | other-tag, pending | `Deployment shop/web` | `c` | `docker.io/library/web:1` `{Digest}` | `k8s/web.yaml:7` `docker.io/library/web:2` |
        | undeclared, not allowed | `Deployment shop/web` | `init c` | `evil.io/x:1` |  |
        | declared, not allowed | `Deployment shop/web` | `c` | `docker.io/library/old:1` | `k8s/a.yaml:9` |
        | undeclared, ignored: The mesh \| injects it | `Deployment shop/web` | `c` | `docker.io/istio/proxyv2:1` |  |
        | declared, nothing runs it |  |  | `docker.io/library/idle:1` | `k8s/idle.yaml:4` |

        """);

    [Fact]
    public void ManyRows_AreCounted_AndHostileNamesStayInTheirCells()
    {
        var page = Page([.. Enumerable.Range(0, 1_500).Select(i => Running("undeclared", $"evil.io/x{i}:1", "\"allowed\":null"))]);
        page.Length.ShouldBeLessThan(PolicyPage.MaxLength);
        page.ShouldMatch(@"\n\n[0-9]+ more rows have no room here\.\n$");
        (page.Split('\n').Count(line => line.StartsWith("| undeclared", StringComparison.Ordinal))
            + int.Parse(page.TrimEnd().Split('\n')[^1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(1_501, "and the idle one");

        var hostile = Page(Running("unresolved", null, "\"allowed\":null,\"written\":\"a|b`c`\\n| d | <b>\\\\\""));
        hostile.ShouldContain("| unresolved | `Deployment shop/web` | `c` | a\\|b\\`c\\` \\| d \\| <b>\\\\ |  |\n");
    }

    private static string Page(params string[] running)
    {
        var cluster = $$"""
            {"server":"kube.example:6443","namespaces":["*"],"pods":7,"workloads":2,"ignored":[],"running":[{{string.Join(',', running)}}],
             "idle":[{"reference":"docker.io/library/idle:1","path":"k8s/idle.yaml","line":4,"kind":"Kubernetes image"}]}
            """;
        var facts = JsonElement.Parse(
            $$"""{"images":[],"files":[],"unread":[],"duplicates":[],"placeholders":[],"policyParts":[],"cluster":{{cluster}}}""");
        var policy = PolicyScript.Load(ShippedPolicies.Default(GateIds.BuiltIn("base-image-allowlist")!));
        var settings = JsonElement.Parse("""{"allow":["x"]}""");
        var page = policy.Judge(new Evidence(ImageEvidenceWriter.Kind, facts), settings, new PolicyLimits { Timeout = TimeSpan.FromMinutes(1) })
            .Pages.ShouldHaveSingleItem();
        page.Name.ShouldBe("drift");
        return page.Markdown;
    }

    private static string Running(string state, string? reference, string more) =>
        $$"""{"reference":{{JsonSerializer.Serialize(reference)}},"workload":"Deployment shop/web","container":"c","pods":1,"state":"{{state}}",{{more}}"""
            + (more.Contains("\"digest\"", StringComparison.Ordinal) ? "}" : ",\"digest\":null}");
}
