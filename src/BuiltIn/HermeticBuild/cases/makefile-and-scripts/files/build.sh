#!/bin/sh
podman build .
pip install x
