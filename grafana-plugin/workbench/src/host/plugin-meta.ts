import {
  PluginType,
  type AppPluginMeta,
  type DataSourcePluginMeta,
  type PanelPluginMeta,
  type PluginMetaInfo,
} from '@grafana/data';

const info = (name: string, folder: string): PluginMetaInfo => {
  const logo = `/public/plugins/driftline-model-app/${folder}img/logo.svg`;
  return {
    author: { name: 'Driftline' },
    description: name,
    links: [],
    logos: { large: logo, small: logo },
    screenshots: [],
    updated: '',
    version: '0.1.0',
  };
};

export function panelMeta(id: string, name: string, folder: string): PanelPluginMeta {
  return {
    id,
    name,
    type: PluginType.panel,
    sort: 1,
    module: `${folder}module.js`,
    baseUrl: folder,
    info: info(name, folder),
  };
}

export function dataSourceMeta(id: string, name: string, folder: string): DataSourcePluginMeta {
  return {
    id,
    name,
    type: PluginType.datasource,
    metrics: true,
    module: `${folder}module.js`,
    baseUrl: folder,
    info: info(name, folder),
  };
}

export function appMeta(id: string, name: string): AppPluginMeta {
  return { id, name, type: PluginType.app, enabled: true, module: 'module.js', baseUrl: '', info: info(name, '') };
}
