using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class KubernetesNamesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("kube-system")]
    [InlineData("0a0")]
    public void ALabel_IsTaken(string name) => KubernetesNames.Label(name, "namespace").ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("A")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a\n")]
    [InlineData("ä")]
    [InlineData("default/pods/x/log?")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void WhatIsNoLabel_IsRefused(string name) => Should.Throw<UsageException>(() => KubernetesNames.Label(name, "namespace"));

    [Theory]
    [InlineData("shop-7d.v1", true)]
    [InlineData("shop..v1", false)]
    [InlineData(".shop", false)]
    [InlineData("../../secrets", false)]
    [InlineData("shop?watch=1", false)]
    [InlineData("shop%2f..", false)]
    public void ASubdomain_HasParts(string name, bool isOne)
    {
        if (isOne)
        {
            KubernetesNames.Subdomain(name, "pod").ShouldBe(name);
        }
        else
        {
            Should.Throw<UsageException>(() => KubernetesNames.Subdomain(name, "pod"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("app=shop")]
    [InlineData("app==shop,tier!=test")]
    [InlineData("app = shop , !canary")]
    [InlineData("app.kubernetes.io/name=shop")]
    [InlineData("app,stage in (canary, stable),zone notin (a)")]
    [InlineData("app=")]
    public void ASelector_IsTaken(string selector) => KubernetesNames.Selector(selector).ShouldBe(selector);

    [Theory]
    [InlineData("app=shop&watch=1")]
    [InlineData("app=shop,")]
    [InlineData(",app")]
    [InlineData("app in ()x")]
    [InlineData("app in (a")]
    [InlineData("app=a b")]
    [InlineData("app>1")]
    [InlineData("/app=1")]
    [InlineData("app=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void WhatIsNoSelector_IsRefused(string selector) => Should.Throw<UsageException>(() => KubernetesNames.Selector(selector));

    [Fact]
    public void ARefusal_NamesWhatWouldBeRight() =>
        Should.Throw<UsageException>(() => KubernetesNames.Label("../\u001b[2J", "namespace")).Message.ShouldBe(
            "\"../\\u{1B}[2J\" is no namespace of Kubernetes: 1 to 63 of a-z, 0-9 and -, with a letter or digit at both ends");
}
